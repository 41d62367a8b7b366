using Microsoft.AspNetCore.Identity;

namespace Yuheng.Server.Registry.Access;

/// <summary>
/// Refuses passwords that everybody knows: a short list of long common ones, runs and repetitions. It replaces rules of
/// composition, which make passwords worse.
/// </summary>
internal sealed class KnownPasswords : IPasswordValidator<User>
{
    private static readonly string[] Common =
    [
        "password", "passw0rd", "qwertyuiop", "1234567890", "0987654321", "abcdefghij", "iloveyou", "administrator",
        "letmein", "welcome", "yuheng", "valve", "woaini", "a123456789", "q1w2e3r4t5",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var rest = (password ?? "").ToLowerInvariant();
        foreach (var known in Common)
        {
            rest = rest.Replace(known, "", StringComparison.Ordinal);
        }

        // What is left after the known parts are taken out must still be a word of its own.
        return Task.FromResult(rest.Distinct().Count() >= 4 && rest.Length >= 6
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "known" }));
    }
}
