// The screens' own fonts, loaded piece by piece as characters come; rare ones are cut by the server, 256 characters a file.
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-serif-sc/index.css';

const blocks: [number, number][] = [[0x34, 0x4d], [0x4e, 0x9f], [0x200, 0x2eb], [0x300, 0x323]];

for (const [first, last] of blocks) {
  for (let block = first; block <= last; block++) {
    const name = block.toString(16);
    document.fonts.add(new FontFace('Hall Rare', `url(${new URL(`fonts/${name}.ttf`, document.baseURI).href})`, { unicodeRange: `U+${name}00-${name}ff`, weight: '100 900' }));
  }
}
