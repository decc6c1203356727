// What a spreadsheet puts on the clipboard, as lines of cells: tabs between, quotes around breaks.
"use strict";

window.budgetClipboard = {
  parse(text) {
    const lines = [[]];
    let cell = "";
    let quoted = false;
    const end = () => { lines[lines.length - 1].push(cell.replace(/\s*\n\s*/g, "")); cell = ""; };
    const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let at = 0; at < source.length; at += 1) {
      const sign = source[at];
      if (quoted) {
        if (sign !== '"') { cell += sign; } else if (source[at + 1] === '"') { cell += '"'; at += 1; } else { quoted = false; }
      } else if (sign === '"' && cell === "") { quoted = true;
      } else if (sign === "\t") { end();
      } else if (sign === "\n") { end(); lines.push([]);
      } else { cell += sign; }
    }
    end();
    return lines;
  },
};
