/** Formats of a typed e-mail address and telephone number. */

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
export const PHONE = /^\+?[\d\s.()-]{6,20}$/;
