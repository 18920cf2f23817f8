autonym = Português
language-en = inglês
language-nl = neerlandês
language-hr = croata
language-cs = checo
language-hu = húngaro
language-it = italiano
language-pt = português
language-in-en = em inglês
language-in-nl = em neerlandês
language-in-hr = em croata
language-in-cs = em checo
language-in-hu = em húngaro
language-in-it = em italiano
language-in-pt = em português
language-in-other = noutra língua ({ $name })

notice-outdated-since = Esta tradução é anterior ao original (última atualização: { DATETIME($date, style: "long") }).
