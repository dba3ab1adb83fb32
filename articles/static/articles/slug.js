// An address made of a name ends with a whole word, where Django would cut it anywhere.
"use strict";

{
  const makeAddress = window.URLify;
  const ENOUGH = 1000;

  if (makeAddress) {
    window.URLify = (text, longest, allowUnicode) => {
      const address = makeAddress(text, ENOUGH, allowUnicode);
      if (address.length <= longest) return address;
      const cut = address.slice(0, longest + 1).lastIndexOf("-");
      return cut > 0 ? address.slice(0, cut) : address.slice(0, longest);
    };
  }
}
