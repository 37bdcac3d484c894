using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Certificates;

/// <summary>证书密钥 (R-H6): the key certificates are signed with, to be kept apart and carried to another machine.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class KeysModel(Desk desk, CertificateKeys keys) : ConsolePage(desk)
{
    private const int LargestFile = 16 * 1024;

    public string Current => keys.CurrentId;

    public IReadOnlyList<string> Earlier => [.. keys.PublicKeys.Keys.Where(id => id != Current).Order(StringComparer.Ordinal)];

    public void OnGet()
    {
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostExport(string? password, string? again)
    {
        if (password != again || keys.Export(password ?? "") is not { } pem)
        {
            Say(password == again ? "口令至少 8 位。" : "两次口令不一样。", bad: true);
            return LocalRedirect(Request.Path);
        }

        Response.Headers.CacheControl = "no-store";
        return File(Encoding.ASCII.GetBytes(pem + "\n"), "application/x-pem-file", $"证书密钥-{Current}.pem");
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostImport(IFormFile? file, string? password)
    {
        var refused = file is not { Length: > 0 and <= LargestFile } ? "请选导出的密钥文件（.pem）。" : keys.Import(await Text(file), password ?? "");
        Say(refused ?? $"已换用密钥 {Current}。之前签的证书仍能核验；请重新下载离线核验页。", bad: refused is not null);
        return LocalRedirect(Request.Path);
    }

    private static async Task<string> Text(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}
