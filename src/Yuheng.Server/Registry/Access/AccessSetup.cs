using Microsoft.AspNetCore.Identity;

namespace Yuheng.Server.Registry.Access;

/// <summary>Sign-in's services and middleware.</summary>
internal static class AccessSetup
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds, above the framework's default as the ASVS asks for.</summary>
    private const int HashIterations = 220_000;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Viewers>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ILookupNormalizer, LowerCaseNames>();
        services.AddScoped<IUserStore<User>, UserStore>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddIdentityCore<User>(o =>
        {
            // Length, not composition (OWASP ASVS 5.0 6.2).
            o.Password.RequiredLength = 12;
            o.Password.RequireDigit = false;
            o.Password.RequireLowercase = false;
            o.Password.RequireUppercase = false;
            o.Password.RequireNonAlphanumeric = false;
            o.Password.RequiredUniqueChars = 4;
            o.Lockout.MaxFailedAccessAttempts = 8;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            o.User.AllowedUserNameCharacters = "";
        }).AddPasswordValidator<KnownPasswords>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        SignIn.Map(routes);
        Invitations.Map(routes);
    }
}
