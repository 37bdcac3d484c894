/** Chrome 80 and Safari 14: what tablets of 2016 and TV boxes of 2020 end at. */
export const oldest = { chrome: 80, safari: 14 };
export const targets = Object.entries(oldest).map(([browser, version]) => browser + version);
