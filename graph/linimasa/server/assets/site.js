// Light or dark: follows the system until the reader chooses.
"use strict";
(() => {
  const KEY = "linimasa-theme";
  const root = document.documentElement;
  const kept = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  if (["light", "dark"].includes(kept())) root.dataset.theme = kept();
  const button = document.getElementById("theme");
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem(KEY, root.dataset.theme); } catch { /* it then holds for this page */ }
  });
})();
