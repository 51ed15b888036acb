import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../engine/storeContract.ts';
import { Database } from './database.ts';
import { createSqliteStore } from './sqliteStore.ts';

for (const library of ['better-sqlite3', 'libsql'] as const) {
  storeContract(library, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'buurtkas-'));
    const database = await Database.open(join(folder, 'test.sqlite'), library);
    return {
      store: createSqliteStore(database),
      addDevice: ({ id, personId, name, state }) =>
        database.write(async (connection) => {
          const insert = `insert into device values ('${id}', '${personId}', '${name}', null, '${state}', 0, 0)`;
          connection.exec(insert);
        }),
      close: async () => {
        await database.close();
        rmSync(folder, { recursive: true });
      },
    };
  });
}
