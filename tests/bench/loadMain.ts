/** `npm run load`: what two nodes on PostgreSQL carry; the last line is JSON (docs/scaling.md). */
import { parseArgs } from 'node:util';
import { measureLoad } from './load.ts';

const help = `npm run load -- [--committees 50] [--listeners 300] [--seconds 20]

Starts PostgreSQL with fsync and two servers on it. Every committee pushes ten commands at a time, one push after the other,
to the nodes in turn; the listeners keep a line open for news.`;

const { values } = parseArgs({
  options: {
    committees: { type: 'string', default: '50' },
    listeners: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else {
  const { committees, listeners, seconds } = values;
  const options = { committees: Number(committees), listeners: Number(listeners), seconds: Number(seconds) };
  console.log(JSON.stringify(await measureLoad(options)));
}
