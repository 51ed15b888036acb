import { hash } from 'node:crypto';

/** Stands for a signature with the device's key: whoever changes the text cannot make it again. */
export const signatureOf = (deviceId: string, text: string): string => hash('sha256', `key of ${deviceId} ${text}`);
