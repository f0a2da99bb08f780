// Keys for test vectors. They are public, private parts included: nothing that they sign is worth anything.
export const testKeys = {
  current: {
    kty: "EC",
    crv: "P-256",
    x: "1jwPn1dV_yiZTkvt4P2tmUNPgjBLC8n7M8lRwZUhq2w",
    y: "rn-CtjDY1t6lfcaTX5xHTaB41cMLv3Yp46aUVtuyZBk",
    d: "CfXoj3YaVSm_gaYhRu8kYkZ05VSGrME2uA1x8JkVDcw",
  },
  past: {
    kty: "EC",
    crv: "P-256",
    x: "wWDMWri-t7SfvyVzrR6u7lPcNaeh9_rXUK7j0oKzveE",
    y: "iZ_i4NQv1fguzxvH_b8LXoy8ST2HDs81jjq0HKS998E",
    d: "9DMexi2pjqjZVNNHboUTYFgcfy1x2cE-THRU_O1OvWI",
  },
  revoked: {
    kty: "EC",
    crv: "P-256",
    x: "k15fqF9lqNUX3eNdc61nkcGn_fup6D-Hmlf_sYBvMXI",
    y: "vkXz9tMBQIF3s06QN-Iu4s5AiLHpOnDET4zqWRox-wY",
    d: "2FDChcWS2ioGrLIEGOLdLzCpoAGrp68ssXtNelrcDck",
  },
  specimen: {
    kty: "EC",
    crv: "P-256",
    x: "qG-wgI27qvOlBmT2jHwTMYWNKSnY47YP1kAUDKh-z8E",
    y: "nmqW0yec4BJEjRYYhOipedbVQn8wTx88OMo3NzGBwCI",
    d: "xfLXgjoSLEQt1U2P1dN0kRCyXsgFVLXwCX0-I7K05Ao",
  },
  stranger: {
    kty: "EC",
    crv: "P-256",
    x: "NdSGRhHlzSllQaljmJ9k5KV6jiYNaVS72fqieQsjP4c",
    y: "L_C6ZuyOyPFoquQvsnJG71EEaQQft5zxS06QHiDcMOE",
    d: "jJEFEMFlUaY_m8B6xd1QlNWEQfBP4slXA_plYRyLMrM",
  },
} as const;
