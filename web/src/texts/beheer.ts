export const beheer = {};
