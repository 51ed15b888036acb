/** What travels: the shape of the arguments of every command, version 1. A shape is for ever: a new meaning gets a new
 *  version beside it, an upcaster and a golden sample (ARCHITECTURE 2). */
import type * as v from 'valibot';
import type { CommandName } from '../permissions.ts';
import { auditSchemas } from './schemas/audit.ts';
import { bankSchemas } from './schemas/bank.ts';
import { committeeSchemas } from './schemas/committee.ts';
import { consultationSchemas } from './schemas/consultation.ts';
import { dossierSchemas } from './schemas/dossier.ts';
import { fundsSchemas } from './schemas/funds.ts';
import { ideaSchemas } from './schemas/idea.ts';
import { meetingSchemas } from './schemas/meeting.ts';
import { moneySchemas } from './schemas/money.ts';
import { outcomeSchemas } from './schemas/outcome.ts';
import { placeSchemas } from './schemas/place.ts';
import { planSchemas } from './schemas/plan.ts';
import { proposalSchemas } from './schemas/proposal.ts';
import { recordSchemas } from './schemas/record.ts';
import { rulingSchemas } from './schemas/ruling.ts';
import { supportSchemas } from './schemas/support.ts';
import { taskSchemas } from './schemas/task.ts';
import { wijkSchemas } from './schemas/wijk.ts';

export const schemas = {
  ...committeeSchemas,
  ...proposalSchemas,
  ...supportSchemas,
  ...meetingSchemas,
  ...consultationSchemas,
  ...moneySchemas,
  ...bankSchemas,
  ...ideaSchemas,
  ...dossierSchemas,
  ...outcomeSchemas,
  ...wijkSchemas,
  ...recordSchemas,
  ...placeSchemas,
  ...fundsSchemas,
  ...rulingSchemas,
  ...planSchemas,
  ...auditSchemas,
  ...taskSchemas,
} as const satisfies { readonly [N in CommandName]: v.GenericSchema };

/** The arguments of a command, as its author gives them and as `run` gets them. */
export type CommandArgs<N extends CommandName> = v.InferOutput<(typeof schemas)[N]>;
