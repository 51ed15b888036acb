/** The engine's store over SQLite. */
import { splitKey } from '../../src/domain/command.ts';
import { rowIndexes } from '../../src/domain/rows.ts';
import type { ServerSnapshot, ServerStore, ServerTx } from '../engine/ports.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import * as queries from './queries.ts';
import * as records from './records.ts';

export function createSqliteStore(database: Database): ServerStore {
  return {
    write: (body) => database.write((connection) => body(transactionOn(connection))),
    read: (body) => database.read((connection) => body(snapshotOn(connection))),
  };
}

/** What reads in a transaction and in a snapshot alike. */
function readsOn(connection: Connection) {
  const row: ServerSnapshot['row'] = async (committee, key) => {
    const found = connection.get(queries.row, { committee, ...splitKey(key) });
    return found && records.toRow(found);
  };
  const committee: ServerSnapshot['committee'] = async (id) => {
    const found = connection.get(queries.committee, { id });
    return found && records.toCommittee(found);
  };
  const device: ServerSnapshot['device'] = async (id) => {
    const found = connection.get(queries.device, { id });
    return found && records.toDevice(found);
  };
  const list: ServerSnapshot['list'] = async (committeeId, type, index, key) => {
    const query = queries.listBy[(rowIndexes[type] as readonly string[]).indexOf(index)];
    if (query === undefined) throw new Error(`${type} has no index ${index}`);
    return connection.all(query, { committee: committeeId, type, key }).map(records.toRow);
  };
  const lastDeviceSeq: ServerSnapshot['lastDeviceSeq'] = async (committeeId, deviceId) =>
    connection.get(queries.lastSeq, { committee: committeeId, device: deviceId })?.last_seq ?? 0;
  const logBySeq: ServerSnapshot['logBySeq'] = async (committeeId, seq) => {
    const found = connection.get(queries.logBySeq, { committee: committeeId, seq });
    return found && records.toLogEntry(found);
  };
  return { row, committee, device, list, lastDeviceSeq, logBySeq };
}

function transactionOn(connection: Connection): ServerTx {
  const { committee, ...reads } = readsOn(connection);
  return {
    ...reads,
    lockCommittee: committee, // BEGIN IMMEDIATE holds the whole database already
    saveCommittee: async (row) => {
      connection.run(queries.saveCommittee, records.fromCommittee(row));
    },
    saveLastDeviceSeq: async (committeeId, deviceId, seq) => {
      connection.run(queries.saveLastSeq, { committee: committeeId, device: deviceId, seq });
    },
    rows: async (committeeId, keys) =>
      keys.map((key) => {
        const found = connection.get(queries.row, { committee: committeeId, ...splitKey(key) });
        return found && records.toRow(found);
      }),
    putRows: async (committeeId, rows) => {
      for (const row of rows) connection.run(queries.putRow, records.fromRow(committeeId, row));
    },
    addScopeMoves: async (committeeId, moves) => {
      for (const move of moves) connection.run(queries.addMove, { committee_id: committeeId, ...move });
    },
    addLog: async (committeeId, entries) => {
      for (const entry of entries) {
        connection.run(queries.addLog, records.fromLogEntry(committeeId, entry));
        if (entry.salt !== null) {
          connection.run(queries.addPayload, records.payloadOf(committeeId, entry, entry.salt));
        }
      }
    },
    ...logReads(connection),
    addAlias: async (committee_id, device_id, device_seq, command_id) => {
      connection.run(queries.addAlias, { committee_id, device_id, device_seq, command_id });
    },
    alias: async (committee, device, deviceSeq) =>
      connection.get(queries.alias, { committee, device, deviceSeq })?.command_id,
    openHeld: async (id) => connection.all(queries.openHeld, { committee: id }).map(records.toHeld),
    addHeld: async (committeeId, held) => {
      connection.run(queries.addHeld, records.fromHeld(committeeId, held));
    },
    removeHeld: async (committeeId, seq) => {
      connection.run(queries.removeHeld, { committee: committeeId, seq });
    },
    // One name for all: SQLite means the innermost, and the statements stay prepared.
    savepoint: async () => {
      connection.rawRun('savepoint s');
      return {
        release: async () => connection.rawRun('release s'),
        rollback: async () => {
          connection.rawRun('rollback to s');
          connection.rawRun('release s');
        },
      };
    },
  };
}

function logReads(connection: Connection): Pick<ServerTx, 'logByCommand' | 'logByDeviceSeq' | 'logSettling'> {
  return {
    logByCommand: async (committee, command) => {
      const found = connection.get(queries.logByCommand, { committee, command });
      return found && records.toLogEntry(found);
    },
    logByDeviceSeq: async (committee, device, deviceSeq) => {
      const found = connection.get(queries.logByDeviceSeq, { committee, device, deviceSeq });
      return found && records.toLogEntry(found);
    },
    logSettling: async (committee, seq) => {
      const found = connection.get(queries.logSettling, { committee, seq });
      return found && records.toLogEntry(found);
    },
  };
}

function snapshotOn(connection: Connection): ServerSnapshot {
  return {
    ...readsOn(connection),
    changedRows: async (committee, { after, upTo, scopes, everyProposal, max }) => {
      const shown = { scopes: JSON.stringify(scopes), everyProposal: everyProposal ? 1 : 0 };
      return connection.all(queries.changedRows, { committee, ...after, upTo, ...shown, max }).map(records.toRow);
    },
    scopeMoves: async (committee, after, upTo) =>
      connection.all(queries.movesBetween, { committee, after, upTo }).map(records.toMove),
    logOfDevice: async (committee, device, fromSeq, after) => {
      const since = { committee, device, fromSeq, after };
      const aliased = connection.all(queries.aliasedToDevice, since).map((record) => ({
        ...records.toLogEntry(record),
        deviceId: device,
        deviceSeq: record.alias_seq,
      }));
      const own = [...connection.all(queries.logOfDevice, since), ...connection.all(queries.settlingOfDevice, since)];
      return [...own.map(records.toLogEntry), ...aliased].sort((a, b) => a.seq - b.seq);
    },
    logRange: async (committee, seq, max) =>
      connection.all(queries.logRange, { committee, seq, max }).map(records.toLogEntry),
    allRows: async (committee) => connection.all(queries.allRows, { committee }).map(records.toRow),
  };
}
