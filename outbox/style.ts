/** The viewer's style sheet; it needs no font, image or script. */
export const style = `
*{box-sizing:border-box}
body{margin:0;font:1.125rem/1.55 "Noto Sans",system-ui,sans-serif;color:#333;background:#fff}
a{color:#284162}a:hover{color:#0535d2}
a:focus-visible,input:focus-visible,button:focus-visible,iframe:focus-visible,pre:focus-visible{outline:3px solid #303fc3;outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem}
header,main,footer{max-width:70rem;margin:0 auto;padding:1rem 1rem 1.5rem}
header{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid #d6d6d6}
header p,footer p{margin:0}
h1{font-size:2.1rem;line-height:1.2;margin:.5rem 0 1.25rem;color:#222;overflow-wrap:anywhere}
h1::after{content:"";display:block;width:4.5rem;height:6px;margin-top:.5rem;background:#a62a1e}
h2{font-size:1.5rem;margin:2rem 0 .75rem;color:#222}
form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:1.5rem 0}
label{display:block;font-weight:600}
input{font:inherit;padding:.5rem .75rem;border:2px solid #595959;border-radius:4px;width:22rem;max-width:100%}
button{font:inherit;padding:.55rem 1.25rem;border:0;border-radius:4px;background:#26374a;color:#fff;cursor:pointer}
ul.mails{list-style:none;margin:1rem 0;padding:0;border-top:2px solid #26374a}
ul.mails li{padding:.75rem 0;border-bottom:1px solid #d6d6d6;overflow-wrap:anywhere}
ul.mails p{margin:.25rem 0 0;color:#4d4d4d}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.35rem 1.25rem;margin:0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:50rem;border:1px solid #7d828b;background:#fff}
pre{font:1rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;border:1px solid #7d828b;margin:0}
nav ul{display:flex;gap:2rem;list-style:none;padding:0}
footer{border-top:4px solid #26374a}
@media(max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}
`;
