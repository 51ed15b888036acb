/** A real database takes real time, which virtual time knows nothing of. What is asked of one is done piece after piece, in
 *  the order of asking, and what follows from a piece comes to rest before the next begins: nothing is left to how fast the
 *  machine is, and a seed plays the same every time. */

let last: Promise<unknown> = Promise.resolve();
let underWay = 0;

export function inRealTime<T>(work: () => Promise<T>): Promise<T> {
  underWay += 1;
  const done = last.then(work);
  last = done
    .catch(() => undefined)
    .then(microtasksDone)
    .then(() => {
      underWay -= 1;
    });
  return done;
}

/** Resolves when no promise callback is left to run and no real work either: Node empties the microtask queue before the
 *  next tick. True only when called from a promise callback, so a run begins with an `await`. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (underWay === 0) resolve();
      else void last.then(() => process.nextTick(look));
    };
    process.nextTick(look);
  });
}

const microtasksDone = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
