// Bytes as the letters of a QR code's alphanumeric mode: the twin of Scoring.Core/Certificates/QrText.cs, three letters for two bytes.
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.';

export function encodeText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    let value = pair ? (bytes[i]! << 8) | bytes[i + 1]! : bytes[i]!;
    for (let digits = pair ? 3 : 2; digits > 0; digits--) {
      text += alphabet[value % alphabet.length];
      value = Math.floor(value / alphabet.length);
    }
  }
  return text;
}
