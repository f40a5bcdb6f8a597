package org.alongside.eventing.lane;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers no request, and decides about nobody, while the service does not know the latest consents and admissions. */
public final class OnlyWhenCurrent implements HandlerInterceptor {

    /** Requests about the service itself, whoever it knows of. */
    public static final String[] ABOUT_THE_SERVICE = {
        "/actuator/**", "/parked/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html", "/error"
    };

    private final CatchUp catchUp;

    public OnlyWhenCurrent(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    /** @throws org.alongside.eventing.web.Refused 503 {@code not-current}; what is not served at all stays unknown */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            catchUp.requireCurrent();
        }
        return true;
    }
}
