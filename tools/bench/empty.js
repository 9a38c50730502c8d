// A contestant that does nothing: what the browser and the harness themselves need before a first result.
export default {
  name: 'empty',
  open: async () => ({ peer: 'empty page' }),
  make: () => ({ step() {} }),
};
