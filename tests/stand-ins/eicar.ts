/**
 * The harmless file of the European Institute for Computer Antivirus Research that every scanner calls a
 * virus; put together here so that no file of these sources is one.
 */
export const eicar = [
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR",
  "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
].join("");
