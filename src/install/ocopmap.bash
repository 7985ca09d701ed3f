# bash completion for ocopmap
_ocopmap() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
  case $before in
    --indicator) words="products five_star_province five_star_nation organisations managers_trained leaders_trained outreach ideas stars:highest stars:mean stars:share45 stars:mix blank_communes projects per_10k expiring" ;;
    --level) words="province district commune" ;;
    --show) words="count percent gap" ;;
    --basis) words="new recognised valid" ;;
    --era) words="2021 2025" ;;
    --lang) words="vi en" ;;
    --size) words="1920x1080 1280x800 1024x768 A4 A3" ;;
    *)
      if [[ $word == -* ]]; then
        words="--indicator --level --show --basis --as-of --era --plan --filter --size --landscape --portrait --lang --json --help --version -o"
      elif ((COMP_CWORD == 1)); then
        words="@OCOP_COMMANDS@"
      fi ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  if [[ -z $words ]] || ((COMP_CWORD == 1)); then
    local file
    compopt -o filenames
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$word")
  fi
}
complete -F _ocopmap ocopmap
