export interface LogHead {
  readonly short: string;
  readonly syncedAt: number | null;
}

export function useLogHead(): LogHead | undefined {
  return undefined;
}
