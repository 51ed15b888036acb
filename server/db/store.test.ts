import { storeContract } from '../engine/storeContract.ts';
import { libraries, makePlace, openPlace } from '../testDatabase.ts';
import { saveDevice } from './accountQueries.ts';
import { createStore } from './store.ts';

for (const library of libraries) {
  storeContract(library ?? 'PostgreSQL', async () => {
    const place = await makePlace();
    const database = await openPlace(place, library);
    return {
      store: createStore(database),
      addDevice: async ({ id, personId, name, publicKey, state }) => {
        const times = { created_at: 0, seen_at: 0 };
        const device = { id, person_id: personId, name, public_key: publicKey, state, ...times };
        await database.write((connection) => connection.run(saveDevice, device));
      },
      close: async () => {
        await database.close();
        await place.remove();
      },
    };
  });
}
