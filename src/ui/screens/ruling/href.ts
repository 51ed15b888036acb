export const rulingHref = (proposalId: string): string => `/aanvragen/${proposalId}/toets`;
