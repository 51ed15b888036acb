/** Other tabs of this browser show the same person's work: they must hear that it was closed. */
export function tellTabsSignedOut(personId: string): void {
  const channel = new BroadcastChannel(`buurtkas-${personId}`);
  channel.postMessage('signed_out');
  channel.close();
}
