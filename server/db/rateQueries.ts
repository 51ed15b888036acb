import { db, statement } from './statement.ts';

export const countRequest = statement<{ name: string; period: number }, { count: number }>((param) =>
  db
    .insertInto('rate')
    .values({ name: param('name'), period: param('period'), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['name', 'period']).doUpdateSet((now) => ({ count: now('rate.count', '+', 1) })),
    )
    .returning('count'),
);
export const forgetRates = statement<{ before: number }, unknown>((param) =>
  db.deleteFrom('rate').where('period', '<', param('before')),
);
