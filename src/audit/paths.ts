/** Addresses of the audit trail, as the route table writes them. */
export const auditPaths = { trail: '/audit' } as const;
