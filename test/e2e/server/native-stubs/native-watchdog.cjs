// Stand-in for the native module @vscode/native-watchdog: the extension host leaves when its parent is gone.
exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0); // signal 0 only asks whether the process exists
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code ?? 0);
