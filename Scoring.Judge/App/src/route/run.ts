// Which run (R-K7) or member (R-K14) of an entrant something is of: left out where its module has neither.

export const runIn = ({ attempt }: { attempt?: number | undefined }): { attempt?: number } => (attempt === undefined ? {} : { attempt });
