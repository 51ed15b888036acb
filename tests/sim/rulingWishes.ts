/** What people want with a proposal before it is decided: check a rule, make it known, ask the district, answer. */
import { type Desk, day, type Maker, newUuid, pickRow, proposalId, type Wish, wish, word } from './desk.ts';

export const ruling: Maker = (desk) => {
  if (desk.role === 'district_manager') return answer(desk);
  return desk.random.weighted<(desk: Desk) => Wish | undefined>([
    [4, checkRule],
    [2, publish],
    [3, ask],
    [1, withdraw],
    [0.3, answer], // which the committee may not
  ])(desk);
};

/** Mostly having seen what another found. */
function checkRule(desk: Desk): Wish | undefined {
  const { random } = desk;
  const of = proposalId(desk);
  const rule = pickRow(desk, 'rule');
  if (of === undefined || rule === undefined) return undefined;
  const known = desk.rows('ruleCheck').find((one) => one.proposalId === of && one.ruleId === rule.id);
  const stands = known && { verdict: known.verdict, barrier: known.barrier, note: known.note };
  return wish('ruleCheck.record', {
    ...{ proposalId: of, ruleId: rule.id, checkedOn: day(desk) },
    finding: random.pick([
      { verdict: 'yes', barrier: null, note: '' },
      { verdict: 'no', barrier: 'private_gain', note: word(desk) },
      { verdict: 'can_be_mended', barrier: null, note: word(desk) },
    ] as const),
    seen: stands === undefined || random.chance(0.1) ? null : stands,
  });
}

function publish(desk: Desk): Wish | undefined {
  const { random } = desk;
  const of = proposalId(desk);
  if (of === undefined) return undefined;
  const known = desk.rows('proposal').find(({ id }) => id === of)?.publication ?? null;
  const publication = { on: day(desk), until: '2026-05-01', where: word(desk) };
  return wish('proposal.publish', { proposalId: of, publication, seen: random.chance(0.9) ? known : null });
}

function ask(desk: Desk): Wish | undefined {
  const { random } = desk;
  const of = proposalId(desk);
  if (of === undefined) return undefined;
  const again = pickRow(desk, 'advice')?.id; // with another question
  return wish('advice.ask', {
    ...{ adviceId: again !== undefined && random.chance(0.1) ? again : newUuid(random), proposalId: of },
    ...{ question: `${word(desk)}?`, neededBy: null, askedOn: day(desk) },
    about: { title: word(desk), summary: '', requestedCents: 10_000, quarters: [], streets: '', period: null },
  });
}

function withdraw(desk: Desk): Wish | undefined {
  const asked = pickRow(desk, 'advice');
  return asked && wish('advice.withdraw', { adviceId: asked.id });
}

function answer(desk: Desk): Wish | undefined {
  const { random } = desk;
  const asked = pickRow(desk, 'advice');
  if (asked === undefined) return undefined;
  const again = pickRow(desk, 'adviceAnswer')?.id;
  return wish('advice.answer', {
    ...{ answerId: again !== undefined && random.chance(0.1) ? again : newUuid(random), adviceId: asked.id },
    ...{ view: random.pick(['no_objection', 'objection'] as const), text: word(desk), answeredOn: day(desk) },
  });
}
