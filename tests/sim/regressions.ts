/** Seeds that once broke an invariant, and what was wrong. A seed means something only together with the simulator that
 *  drew from it, so each fault that was found has a unit test beside the engine too. */
export const regressionSeeds: readonly { readonly seed: number; readonly found: string }[] = [
  {
    seed: 12,
    found: 'a photo of a removed member was sent again for ever, because the entry that frees it never came',
  },
  { seed: 63, found: 'a removed founder joined again from the old invitation and was given rights without a pull' },
  { seed: 163, found: 'two tabs staged the pages of one answer through each other: a state that never was' },
];
