using System.Text;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Papers.Prints;

/// <summary>
/// Checks an uploaded credential against this platform's own keys and status lists: the same five checks as the command
/// line and the offline page, for whoever has only a browser. Nothing of it is kept.
/// </summary>
internal static class VerifyUpload
{
    /// <summary>A credential with thousands of values stays far below; a larger file is none.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", Ask).Public();
        routes.MapPost("/verify", Answer).Public();
    }

    private static async Task<IResult> Ask(HttpContext http, Zones zones)
    {
        var issuer = await Issuer.Of(zones, http.RequestAborted);
        return Page.Show<VerifyPage>(new VerifyModel(null, issuer.Origin));
    }

    private static Task<IResult> Answer(
        HttpContext http, Zones zones, KeyRing keys, StatusLists lists) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var bytes = await Read(form.Files.GetFile("file"), http.RequestAborted);
                var issuer = await Issuer.Of(zones, http.RequestAborted);
                var report = CredentialVerifier.Verify(
                    bytes,
                    new VerifierInputs
                    {
                        At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                        DidDocuments = [DidDocument.TryParse(keys.Document(issuer.Did), KeyAlgorithm.All)!],
                        StatusLists =
                        [
                            await List(lists, "revocation", http.RequestAborted),
                            await List(lists, "suspension", http.RequestAborted),
                        ],
                    });
                return Page.Show<VerifyPage>(new VerifyModel(report, issuer.Origin));
            },
            () => Ask(http, zones));

    private static async Task<StatusList> List(StatusLists lists, string purpose, CancellationToken cancellation) =>
        StatusList.TryParse(Encoding.ASCII.GetBytes(await lists.Get(purpose, cancellation)))!;

    private static async Task<byte[]> Read(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            throw new Refused("refused.prints.file-missing") { Field = "file" };
        }

        if (file.Length > MostBytes)
        {
            throw new Refused("refused.prints.file-too-large") { Field = "file" };
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
