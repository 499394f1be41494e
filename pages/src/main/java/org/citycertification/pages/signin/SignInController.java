package org.citycertification.pages.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages before and after. */
@Controller
class SignInController {

    @GetMapping(IssuerEntrance.SIGN_IN)
    String signIn(@RequestParam(required = false) @Nullable String failed, Model model) {
        model.addAttribute("failed", failed != null);
        return "pages/sign-in";
    }

    @GetMapping(IssuerEntrance.SIGNED_OUT)
    String signedOut() {
        return "pages/signed-out";
    }
}
