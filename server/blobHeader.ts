/** What may be uploaded: photos and what was spoken. Everything else has no header that is known, and no place here. */
import { type PhotoHeader, readPhotoHeader } from './photoHeader.ts';
import { readVoiceHeader, type VoiceHeader } from './voiceHeader.ts';

export type BlobHeader = PhotoHeader | VoiceHeader;

export const readBlobHeader = (bytes: Buffer): BlobHeader | undefined =>
  readPhotoHeader(bytes) ?? readVoiceHeader(bytes);
