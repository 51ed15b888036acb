/** The table of commands in docs/domain.md, made from the rights and from the scenes that the tests play. After a change:
 *  `npx tsx tests/domain/docs.ts` writes it again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CommandName, permissions } from '../../src/domain/permissions.ts';
import { rejections } from '../../src/domain/rejections.ts';
import { scenes } from './refusals.ts';

const path = fileURLToPath(new URL('../../docs/domain.md', import.meta.url));
const begin = '<!-- commands: begin -->\n';
const end = '<!-- commands: end -->';

export function commandTable(): string {
  const names = Object.keys(permissions) as readonly CommandName[];
  const lines = names.map((name) => {
    const reasons = scenes
      .filter((scene) => scene.command === name)
      .map(({ code, when }) => `\`${code}\`${rejections[code].final ? ' (final)' : ''}: ${when}`);
    return `| \`${name}\` | ${permissions[name].join(', ')} | ${reasons.join('<br>') || '-'} |`;
  });
  return ['| command | roles | refused when |', '|---|---|---|', ...lines, ''].join('\n');
}

export function tableInDocs(): string {
  const text = readFileSync(path, 'utf8');
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, text.indexOf(begin)) + begin + commandTable() + text.slice(text.indexOf(end)));
}
