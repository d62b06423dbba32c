/** How a person may be reached, as one types it. */

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
export const PHONE = /^\+?[\d\s.()-]{6,20}$/;
