export const bankHome = '/kas/bank';
export const bankParts = ['open', 'gekoppeld', 'bestanden', 'onthouden'] as const;
export type BankPart = (typeof bankParts)[number];

export const bankHref = (part: BankPart): string => (part === 'open' ? bankHome : `${bankHome}?deel=${part}`);
const form = (name: string, id: string): string => `${bankHome}?${new URLSearchParams({ [name]: id })}`;
export const chooseHref = (transactionId: string): string => form('regel', transactionId);
export const loosenHref = (transactionId: string): string => form('los', transactionId);
export const undoHref = (importId: string): string => form('terug', importId);
export const accountHref = (accountId: string): string => form('rekening', accountId);
