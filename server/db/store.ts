/** The engine's store over either database. */
import { splitKey } from '../../src/domain/command.ts';
import { rowIndexes } from '../../src/domain/rows.ts';
import type { ServerSnapshot, ServerStore, ServerTx } from '../engine/ports.ts';
import type { Connection, Database } from './database.ts';
import * as queries from './queries.ts';
import * as records from './records.ts';

export function createStore(database: Pick<Database, 'read' | 'write'>): ServerStore {
  return {
    write: (body) => database.write((connection) => body(transactionOn(connection))),
    read: (body) => database.read((connection) => body(snapshotOn(connection))),
  };
}

/** What reads in a transaction and in a snapshot alike. */
function readsOn(connection: Connection) {
  const row: ServerSnapshot['row'] = async (committee, key) => {
    const found = await connection.get(queries.row, { committee, ...splitKey(key) });
    return found && records.toRow(found);
  };
  const device: ServerSnapshot['device'] = async (id) => {
    const found = await connection.get(queries.device, { id });
    return found && records.toDevice(found);
  };
  const list: ServerSnapshot['list'] = async (committeeId, type, index, key) => {
    const query = queries.listBy[(rowIndexes[type] as readonly string[]).indexOf(index)];
    if (query === undefined) throw new Error(`${type} has no index ${index}`);
    return (await connection.all(query, { committee: committeeId, type, key })).map(records.toRow);
  };
  const lastDeviceSeq: ServerSnapshot['lastDeviceSeq'] = async (committeeId, deviceId) =>
    (await connection.get(queries.lastSeq, { committee: committeeId, device: deviceId }))?.last_seq ?? 0;
  const logBySeq: ServerSnapshot['logBySeq'] = async (committeeId, seq) => {
    const found = await connection.get(queries.logBySeq, { committee: committeeId, seq });
    return found && records.toLogEntry(found);
  };
  const allRows: ServerSnapshot['allRows'] = async (committee) =>
    (await connection.all(queries.allRows, { committee })).map(records.toRow);
  return { row, device, list, lastDeviceSeq, logBySeq, allRows };
}

function transactionOn(connection: Connection): ServerTx {
  return {
    ...readsOn(connection),
    lockCommittee: async (id) => {
      let found = await connection.get(queries.lockedCommittee, { id });
      if (found === undefined) {
        // There is no row to hold. Whoever makes it holds its name, and has made it when we get that.
        await connection.lock(id);
        found = await connection.get(queries.lockedCommittee, { id });
      }
      return found && records.toCommittee(found);
    },
    saveCommittee: async (row) => {
      await connection.run(queries.saveCommittee, records.fromCommittee(row));
    },
    saveLastDeviceSeq: async (committeeId, deviceId, seq) => {
      await connection.run(queries.saveLastSeq, { committee: committeeId, device: deviceId, seq });
    },
    rows: async (committee, keys) => {
      const many = keys.map((key) => ({ committee, ...splitKey(key) }));
      return (await connection.getEach(queries.row, many)).map((found) => found && records.toRow(found));
    },
    putRows: (committeeId, rows) =>
      connection.runEach(
        queries.putRow,
        rows.map((row) => records.fromRow(committeeId, row)),
      ),
    addScopeMoves: (committeeId, moves) =>
      connection.runEach(
        queries.addMove,
        moves.map((move) => ({ committee_id: committeeId, ...move })),
      ),
    addLog: async (committeeId, entries) => {
      const payloads = entries.flatMap((entry) =>
        entry.salt === null ? [] : [records.payloadOf(committeeId, entry, entry.salt)],
      );
      const lines = entries.map((entry) => records.fromLogEntry(committeeId, entry));
      await connection.runEach(queries.addLog, lines);
      await connection.runEach(queries.addPayload, payloads);
    },
    ...logReads(connection),
    logNaming: async (committee, id) =>
      (await connection.all(queries.logNaming, { committee, like: `%${id}%` })).map(records.toLogEntry),
    erasePayloads: (committee, seqs) =>
      connection.runEach(
        queries.erasePayload,
        seqs.map((seq) => ({ committee, seq })),
      ),
    addAlias: async (committee_id, device_id, device_seq, command_id) => {
      await connection.run(queries.addAlias, { committee_id, device_id, device_seq, command_id });
    },
    alias: async (committee, device, deviceSeq) =>
      (await connection.get(queries.alias, { committee, device, deviceSeq }))?.command_id,
    openHeld: async (id) => (await connection.all(queries.openHeld, { committee: id })).map(records.toHeld),
    addHeld: async (committeeId, held) => {
      await connection.run(queries.addHeld, records.fromHeld(committeeId, held));
    },
    removeHeld: async (committeeId, seq) => {
      await connection.run(queries.removeHeld, { committee: committeeId, seq });
    },
    addWaiting: async (committeeId, waiting) => {
      await connection.run(queries.addWaiting, records.fromWaiting(committeeId, waiting));
    },
    nextWaiting: async (committee, device, upTo) => {
      const found = await connection.get(queries.nextWaiting, { committee, device, upTo });
      return found && records.toWaiting(found);
    },
    removeWaiting: async (committee, id) => {
      await connection.run(queries.removeWaiting, { committee, id });
    },
    savepoint: () => connection.savepoint(),
  };
}

function logReads(connection: Connection): Pick<ServerTx, 'logByCommand' | 'logByDeviceSeq' | 'logSettling'> {
  return {
    logByCommand: async (committee, command) => {
      const found = await connection.get(queries.logByCommand, { committee, command });
      return found && records.toLogEntry(found);
    },
    logByDeviceSeq: async (committee, device, deviceSeq) => {
      const found = await connection.get(queries.logByDeviceSeq, { committee, device, deviceSeq });
      return found && records.toLogEntry(found);
    },
    logSettling: async (committee, seq) => {
      const found = await connection.get(queries.logSettling, { committee, seq });
      return found && records.toLogEntry(found);
    },
  };
}

function snapshotOn(connection: Connection): ServerSnapshot {
  return {
    ...readsOn(connection),
    committee: async (id) => {
      const found = await connection.get(queries.committee, { id });
      return found && records.toCommittee(found);
    },
    changedRows: async (committee, { after, upTo, scopes, everyProposal, max }) => {
      const shown = { scopes: JSON.stringify(scopes), everyProposal: everyProposal ? 1 : 0 };
      const found = await connection.all(queries.changedRows, { committee, ...after, upTo, ...shown, max });
      return found.map(records.toRow);
    },
    scopeMoves: async (committee, after, upTo) =>
      (await connection.all(queries.movesBetween, { committee, after, upTo })).map(records.toMove),
    logOfDevice: async (committee, device, fromSeq, after) => {
      const since = { committee, device, fromSeq, after };
      const aliased = (await connection.all(queries.aliasedToDevice, since)).map((record) => ({
        ...records.toLogOutcome(record),
        deviceSeq: record.alias_seq,
      }));
      const [own, settling] = [
        await connection.all(queries.logOfDevice, since),
        await connection.all(queries.settlingOfDevice, since),
      ];
      return [...[...own, ...settling].map(records.toLogOutcome), ...aliased].sort((a, b) => a.seq - b.seq);
    },
    logRange: async (committee, seq, max) =>
      (await connection.all(queries.logRange, { committee, seq, max })).map(records.toLogEntry),
    logOfRefusals: async (committee) =>
      (await connection.all(queries.logOfRefusals, { committee })).map(records.toLogEntry),
  };
}
