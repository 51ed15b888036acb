const revokeAfterMs = 60_000; // some browsers start reading the address late

/** Hands a file to the browser's downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), revokeAfterMs);
}

/** The share sheet of the phone. Some browsers offer it for a kind of file and then refuse that (Chrome on Android knows
 *  pictures, text and few others), or find that the tap was too long ago: then the file is saved. */
export async function shareFile(file: File, title: string): Promise<'shared' | 'closed' | 'saved'> {
  try {
    await navigator.share({ files: [file], title });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'closed';
    saveFile(file);
    return 'saved';
  }
}

export function canShareFile(name: string, type: string): boolean {
  return navigator.canShare?.({ files: [new File([''], name, { type })] }) ?? false;
}
