// A first draft out of ideas: a name, what was said and where. The rest is for who works it out.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { Idea } from '../../../domain/rows.ts';

const titleMax = 150;
const summaryMax = 5_000;

type Said = Pick<Idea, 'text' | 'quarter'>;

export function draftOfIdeas(ideas: readonly Said[], proposalId: string, year: number): CommandArgs<'proposal.create'> {
  const texts = ideas.map(({ text }) => text.trim()).filter((text) => text !== '');
  return {
    ...{ proposalId, year, title: titleFrom(texts[0] ?? ''), summary: texts.join('\n\n').slice(0, summaryMax) },
    ...{ applicant: '', kind: 'unique_project', themeShares: [], budgetLines: [], requestedCents: 0, intake: 'spoken' },
    quarters: [...new Set(ideas.map(({ quarter }) => quarter).filter((quarter) => quarter !== ''))],
  };
}

/** The first sentence, on one line. */
function titleFrom(text: string): string {
  const sentence = /^[^.!?\n]+/.exec(text)?.[0] ?? '';
  return sentence.replaceAll(/\s+/g, ' ').trim().slice(0, titleMax);
}
