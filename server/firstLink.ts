/** The link with which somebody founds the first committee. It works once and makes no account before it is used. */
import type { Accounts } from './accounts.ts';
import { inviteUrl } from './routes/invites.ts';
import { newId } from './uuid.ts';

export async function issueFirstLink(accounts: Accounts, baseUrl: string): Promise<{ url: string; code: string }> {
  const { token, code } = await accounts.invite({ kind: 'first', committeeId: newId(), personId: newId() });
  return { url: inviteUrl(baseUrl, token), code };
}
