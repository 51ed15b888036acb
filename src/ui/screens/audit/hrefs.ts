export const checkHref = (claimId: string): string => `/kas/controle/${claimId}`;
