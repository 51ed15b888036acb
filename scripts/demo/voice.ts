/** Two seconds of a test tone, as Chromium's recorder wrote them: a voice note without a microphone. */
import { createHash } from 'node:crypto';

const base64 = [
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAXREU2bdLlNu4tTq4QVSalmU6yBbk27i1OrhBZU',
  'rmtTrIGTTbuLU6uEH0O2dVOsgddNu4xTq4QcU7trU6yCBb/srgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAVSalmoCrXsYMPQkBEiYRE8AAATYCGQ2hyb21lV0GGQ2hyb21lFlSua7+uvdeBAXPFh2ui6rnif3ODgQKGhkFfT1BV',
  'U2Oik09wdXNIZWFkAQEAAIC7AAAAAADhjbWERzuAAJ+BAWJkgSAfQ7Z1AQAAAAAABNzngQCjk4EAAIAYAvkuaC8hSsxLxHDgM6ij',
  'koEAPIAYAfGsw4zYC9cFtr0Q0qOSgQB4gBgB8azDjNgL1wW2vRDSo5KBALSAGAHxrMOM2AvXBba9ENKjkoEA8IAYAfGsw4zYC9cF',
  'tr0Q0qOSgQEsgBgB8azDjNgL1wW2vRDSo5KBAWiAGAHxrMOM2AvXBba9ENKjkoEBpIAYAfGsw4zYC9cFtr0Q0qO+gQHggBhh8azD',
  'jHUMQuCWI0TpBZP7UdbOAvZEZJF3otVSTcsbxtq0jgIhPaMH/oYkGMT/euCTFnKsua/kABKjzYECHIAY7vpAANSQOCitndeVVWsV',
  'SrkejZBlKVenek9jCfUe09vef7V0NCa4r29dcK6u7WJBj5PdnTMUqcIwbuaI6xpD5YgFCHrzn/hGo76BAliAGOAXCBQmwYlMGIYg',
  'I7Z/I4aklkiSBilNiW8hf5ZfFjgoDnygoxHA5V9FtXyQxDz65dygl8tIgnGhO6OtgQKUgBgDs4na5wnNif2Dtqjnk4Hs4Nost0df',
  'xfKtRVxBgHeQ1HfOZQXfw3OAo56BAtCAGAKcuJKxh3IeQ8sV3e2CPlcKHe3H3PxeutyjoYEDDIAYAp/P5WLlOlZaupSevxxLDzkr',
  'NHPbUtDNqlBspqOdgQNIgBgCYxkjqo1ZaWmbFeG6CRpZkNwzYImps4CjmIEDhIAYAiKTN1TT23qsnGTWEpp3i9ze56OXgQPAgBgB',
  '8azDjNgL1wTey63QqJfot+CjvIED/IAY4WfJkjTSsGEupHR/aWVlf9PXkHjfHR6zsDoez3XWIA6Iqia1hUtj4NkmA3OiWc8IkoX8',
  'e4idwKPKgQQ4gBjofeAIaw03we4dh5gP1SzoCFeaNMCfTMCt2He7nrcgyFTuhvzdY8nceggDtBSpGlfhsC59k+gX8Y+pMkICvogo',
  't3C41OCjtoEEdIAYwA0FkLbGhtc0QFJ9v68mu7B1IVt+qHRqnQLIVuwRrzxZfwIA1j/DsZoJYnGxzytigKOggQSwgBgDAHt/ky9c',
  'sa4XdLbUaJCAJodvnzXHH9kEM8ajnoEE7IAYAo41Pdke/VWamvJKMBkWE3B8g4AwU07KxKOdgQUogBgCKFPkoTzm6woloIFEO4f2',
  '+h+jT7b923KjkoEFZIAYAfGsw4zYC9cFtr0Q0qOSgQWggBgB8azDjNgL1wW2vRDSo7mBBdyAGOAAoIXRT046/OkbUZXYw0yBi6Vv',
  'FOvEKFavBrtOkqgv8xjrpIpmzgV/TtTpiLdSnhEzj4SjxIEGGIAY7hMABe2f+PymVjDihzr7b6bbeAc64SwvWjpZQedjIZZRbIvi',
  'zpjWWrUuQFwidIasxWvHYITNLV1Vd3W9Xfdgo7yBBlSAGOAUEhBs1Nt8anHA09tvWM3GeBD4EiFuLQx7SDjlmJGhajWKZ7rqyJ1Y',
  'FfbgPYVOdbeLGA2bYgqjroEGkIAYA7OJ2ucpkyrNowTxZZOFM+Eb6GLtpIoY2mC1opTYdkNKNBHLPXe2bWijoYEGzIAYAs7/ElgV',
  '4dqwdtRMxWltUZ2njbJ0zZnoxXw+gKOegQcIgBgCYdCmS4iCUC7mXFopQ+WkVmmHBWj3o99wo5KBB0SAGAHxrMOM2AvXBba9ENKj',
  'koEHgIAYAfGsw4zYC9cFtr0Q0hxTu2uNu4uzgQC3hveBAfGB1w==',
].join('');

export const toneBytes = Buffer.from(base64, 'base64');
export const toneVoice = {
  sha256: createHash('sha256').update(toneBytes).digest('hex'),
  size: toneBytes.length,
  mime: 'audio/webm',
  seconds: 2,
} as const;
