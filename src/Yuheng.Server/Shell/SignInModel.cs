using Microsoft.AspNetCore.Components;

namespace Yuheng.Server.Shell;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Back">Where to go afterwards; a local address.</param>
/// <param name="More">What else the sign-in module offers (a passkey, a sign-in of the party's own).</param>
public sealed record SignInModel(string Back, RenderFragment? More = null);
