/** Drawing a picture of twelve megapixels takes a second: not on the page that people are typing on. */
import { renderPhoto } from './photoRender.ts';

/** The part of a worker's scope that is used here; the page's types are loaded, which know it as a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void renderPhoto(data).then((rendered) => {
    scope.postMessage(rendered, 'problem' in rendered ? [] : [rendered.bytes, rendered.thumbnail]);
  });
};
