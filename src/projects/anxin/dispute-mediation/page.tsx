/** The mediation desk. */
export const MediationDesk = () => null
