/** `npm run -s read-bank -- FILE`: reads a file of a bank as the app does, and says what is in it. */
import { nlBankFiles } from '../src/ui/nl/bank-files.ts';
import { summaryOf } from './bankSummary.ts';

const help = `npm run -s read-bank -- FILE [--transactions] [--help]
  Reads a statement: MT940, camt.053, or the CSV or TAB file of a Dutch bank (docs/bank-files.md). The last line is
  {"format","accounts","statements","transactions","opening","closing","sum","warnings"}, amounts in cents: the opening of
  the first statement, the closing of the last, the sum of all transactions. A file that is refused gives
  {"error","code","line"} and exit code 2.
  --transactions  prints each transaction too, one a line, above it`;

const args = process.argv.slice(2);
const [path, ...more] = args.filter((arg) => !arg.startsWith('--'));

if (args.includes('--help')) console.log(help);
else if (path === undefined || more.length > 0) {
  console.error(help);
  process.exitCode = 1;
} else read(path);

function read(file: string): void {
  const result = summaryOf(file);
  if ('refusal' in result) {
    console.log(JSON.stringify(result.refusal));
    process.exitCode = 2;
    return;
  }
  if (args.includes('--transactions')) {
    for (const { account, transactions } of result.file.statements) {
      for (const transaction of transactions) console.log(JSON.stringify({ account, ...transaction }));
    }
  }
  for (const warning of result.summary.warnings) console.error(nlBankFiles.warning(warning));
  console.log(JSON.stringify(result.summary));
}
