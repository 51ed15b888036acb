/** Signing in as a browser does, and asking with what that gave. */
import { newId } from '../../server/uuid.ts';

export interface Session {
  readonly deviceId: string;
  readonly personId: string;
  readonly cookie: string;
  /** The committee that this person may still found. */
  readonly founding: string | null;
}

export async function signIn(url: string, token: string): Promise<Session> {
  const body = JSON.stringify({ token, deviceName: 'Onder druk', deviceId: newId() });
  const response = await fetch(`${url}/api/sign-in`, { method: 'POST', headers: jsonType, body });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const { deviceId, personId, founding } = (await response.json()) as Omit<Session, 'cookie'>;
  return { deviceId, personId, founding, cookie };
}

export const jsonType = { 'content-type': 'application/json' };
