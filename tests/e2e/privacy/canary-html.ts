/**
 * A page that has a canary, a word that begins with `cnr-`, in every place where a page may hold
 * something private. The second part of the word says what kind of place:
 *
 * - `text`, `title`, `label`, `data`, `css`, `comment`: what the page says, shown or not;
 * - `given`: what the visitor gives;
 * - `secret`, `mail`, `message`: what is private whatever the page is;
 * - `link`, `page`: addresses; `media`: sources of pictures, films and frames;
 * - `blocked`, `masked`, `unmasked`, `ignored`: below an element that asks for it.
 */
export const CANARY_HTML = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>cnr-text-title</title>
  <meta name="description" content="cnr-data-meta">
  <style>
    #text::before { content: "cnr-css-content"; --x: "cnr-css-custom" }
    #drawn { background: url(/back.png?query=cnr-link-css) }
  </style>
  <script type="application/json">{"user": "cnr-secret-state"}</script>
</head>
<body>
  <!-- cnr-comment-page -->
  <h1 id="text" title="cnr-title-heading" aria-description="cnr-label-heading" data-user="cnr-data-user">cnr-text-heading</h1>
  <p id="drawn" style="background-image: url(/cnr-media-style.png)" onclick="say('cnr-code-handler')">cnr-text-paragraph</p>
  <a id="link" href="https://cnr-secret-user:cnr-secret-word@example.com/a?query=cnr-link-query#/cnr-link-fragment">cnr-text-link</a>
  <a href="mailto:cnr-link-mail@example.com">write</a>
  <img id="image" src="/cnr-media-image.png" srcset="/cnr-media-set.png 2x" alt="cnr-label-image">
  <video poster="/cnr-media-poster.png" src="/cnr-media-film.mp4">cnr-media-fallback</video>
  <iframe srcdoc="<p>cnr-media-frame"></iframe>
  <svg width="9" height="9"><title>cnr-text-drawing</title><text>cnr-text-svg</text><image href="/cnr-media-svg.png"/></svg>
  <div><template shadowrootmode="open"><p title="cnr-title-shadow">cnr-text-shadow</p></template></div>
  <template><p>cnr-text-template</p></template>
  <noscript><p>cnr-code-noscript</p></noscript>
  <my-card user-name="cnr-data-card"></my-card>
  <p id="editable" contenteditable>cnr-given-editable</p>
  <form>
    <input placeholder="cnr-label-placeholder" value="cnr-given-text" id="text-field">
    <input type="search" id="search">
    <input type="url" id="url">
    <input id="password" type="password">
    <input type="email" id="mail">
    <input type="tel" id="tel">
    <input type="hidden" value="cnr-secret-hidden">
    <input name="card_number" id="payment">
    <input autocomplete="cc-name" id="holder">
    <input autocomplete="one-time-code" id="once">
    <input id="file" type="file">
    <textarea>cnr-given-area</textarea>
    <select><optgroup label="cnr-label-group"><option value="cnr-label-option">cnr-text-option</option></optgroup></select>
    <input type="submit" value="cnr-label-submit">
    <input data-monitorme="ignore" id="ignored-field">
    <span class="ignored"><input id="ignored-field-2"></span>
  </form>
  <section id="blocked" data-monitorme="block" title="cnr-blocked-attribute"><p>cnr-blocked-text</p><input value="cnr-blocked-given"></section>
  <section class="private-box"><p>cnr-blocked-class</p></section>
  <section id="blocked-later"><p>seen at first</p></section>
  <section data-monitorme="mask" title="cnr-masked-title"><p>cnr-masked-text</p><input value="cnr-masked-given"></section>
  <section data-monitorme="unmask" title="cnr-unmasked-title"><p>cnr-unmasked-text</p><input value="cnr-unmasked-given">
    <input type="password" value="cnr-secret-unmasked"><img src="/cnr-unmasked-image.png" alt="">
    <p class="name">cnr-masked-class</p></section>
  <script src="/page.js"></script>
</body>
</html>`;
