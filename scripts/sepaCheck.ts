/** Checks an XML file against a schema, such as a payment file against pain.001.001.09.xsd of ISO 20022. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { creditTransferFile } from '../src/files/sepa.ts';
import { awkwardBatch } from '../tests/bank/awkwardBatch.ts';
import { schemaProblems } from './schemaProblems.ts';

const help = `npm run -s sepa-check -- XSD FILE
npm run -s sepa-check -- XSD --draw FILE
  Checks FILE against the schema XSD. With --draw it first writes FILE: payments that a program gets wrong (one cent,
  999,999.99, names from outside the set of the banks, texts that are too long), as the app would write them.
  Prints one line of JSON last, {"valid","problems"}; exit code 1 when it is not valid, 2 when a file cannot be read.`;

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(help);
else await check(args.filter((arg) => arg !== '--draw'));

async function check([schema, file]: readonly string[]): Promise<void> {
  if (schema === undefined || file === undefined) {
    console.error(help);
    process.exitCode = 2;
    return;
  }
  try {
    if (args.includes('--draw')) writeFileSync(file, creditTransferFile(awkwardBatch));
    const problems = await schemaProblems(
      { name: basename(file), text: readFileSync(file, 'utf8') },
      { name: basename(schema), text: readFileSync(schema, 'utf8') },
    );
    console.log(JSON.stringify({ valid: problems.length === 0, problems }));
    if (problems.length > 0) process.exitCode = 1;
  } catch (error) {
    console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    process.exitCode = 2;
  }
}
